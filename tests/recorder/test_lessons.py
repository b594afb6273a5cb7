"""The numbers and orders that the later lessons promise."""

from recording import Recording


class LessonsTest(Recording):
    def assert_takes(self, scenario, **seconds):
        for mode, expected in seconds.items():
            with self.subTest(scenario=scenario, mode=mode):
                seen = self.of(scenario, mode.replace("_", "-"))
                self.assertEqual(seen.seconds(), expected)

    def test_how_long_each_takes(self):
        self.assert_takes("blocking-call", blocking=9.0, awaiting=5.0, threaded=5.0)
        self.assert_takes("nothing-to-overlap", sequential=1.3, concurrent=1.3)
        self.assert_takes("feature-stores", sequential=6.0, concurrent=3.0)
        self.assert_takes("stream-processing", sequential=0.9, concurrent=0.3)
        self.assert_takes("fetch-pages", sequential=1.2, concurrent=0.6)
        self.assert_takes("twenty-downloads", sequential=3.54, concurrent=0.177,
                          limited=0.354)
        self.assert_takes("web-server", blocking=4.16, **{"async": 1.22})
        self.assert_takes("rate-limit", unlimited=0.05, limited=2.05)
        self.assert_takes("starvation", greedy=8.0, polite=5.6, awaits_nothing=8.0)
        self.assert_takes("external-apis", sequential=3.0, threaded=1.0)
        self.assert_takes("fuzzy-match", inline=2.25, threads=2.25, processes=0.6)
        self.assert_takes("split-the-sum", one=1.0, split=0.254)
        self.assert_takes("time-limit", in_time=2.0, too_late=3.0)

    def test_a_blocking_call_freezes_the_heartbeat(self):
        first = self.of("blocking-call", "blocking").kind("output")[2]
        self.assertEqual((first["text"], first["t_ns"]), ("tick 1", 5 * 10**9))
        for mode in ("awaiting", "threaded"):
            self.assertEqual(self.of("blocking-call", mode).output()[-2:],
                             ["Finishing Work", "tick 5"])

    def test_a_cruncher_that_never_yields_starves_the_heartbeat(self):
        for mode, at in (("greedy", 4.0), ("awaits-nothing", 4.0), ("polite", 1.2)):
            tick = self.of("starvation", mode).kind("output")[0]
            self.assertEqual((tick["text"], tick["t_ns"] / 1e9), ("tick 1", at))

    def test_who_goes_on_when_one_fails(self):
        self.assertEqual(self.of("one-fails", "gather").output(),
                         ["job 1 done", "ValueError: no such user", "job 3 done"])
        self.assertEqual(self.of("one-fails", "return-exceptions").output(),
                         ["job 1 done", "job 3 done", "ValueError: no such user"])
        self.assertEqual(self.of("one-fails", "taskgroup").output(),
                         ["job 1 done", "job 3 cancelled", "ValueError: no such user"])

    def test_a_cancelled_job_cleans_up_or_goes_on(self):
        self.assertEqual(self.of("cancel-a-task", "cancelled").output(),
                         ["cancel requested", "cleaned up", "job cancelled"])
        self.assertEqual(self.of("cancel-a-task", "suppressed").output(),
                         ["cancel requested", "cancellation suppressed", "cleaned up",
                          "job done"])

    def test_streams_give_the_same_results_in_either_way(self):
        for mode in ("sequential", "concurrent"):
            self.assertEqual(self.of("feature-stores", mode).output(),
                             ["[[10, 20, 40], [50, 500, 5000]]"])
            self.assertEqual(self.of("stream-processing", mode).output(),
                             ["70 5000 [0, 5000, 1850.0]"])

    def test_a_failing_page_closes_the_session_all_the_same(self):
        seen = self.of("fetch-pages", "concurrent", settings={"failing": 1})
        self.assertEqual(seen.output(), ["session opened", "text of page 2",
                                         "session closed", "ConnectionError: page 1: 404"])
        seen = self.of("fetch-pages", "sequential", settings={"failing": 2})
        self.assertEqual(seen.output(), ["session opened", "text of page 1",
                                         "session closed", "ConnectionError: page 2: 404"])

    def test_the_first_spam_comes_early_from_a_generator(self):
        for mode, at in (("eager", 3.0), ("generator", 0.3)):
            spam = next(r for r in self.of("customers", mode).kind("output")
                        if r["text"] == "spam to customer 1")
            self.assertEqual(spam["t_ns"] / 1e9, at)

    def test_a_bound_holds_the_producers_back(self):
        for bound, held in ((0, 0), (1, 1)):
            seen = self.of("producer-consumer", "queue", settings={"bound": bound})
            waits = [r for r in seen.kind("task_suspended") if r["reason"] == "queue_put"]
            self.assertEqual(bool(waits), bool(held))
            self.assertEqual(sum("+++" in line for line in seen.output()), 40)

    def test_a_server_that_is_too_small_refuses_some_of_all_at_once(self):
        small = {"capacity": 12}
        self.assertEqual(self.of("twenty-downloads", "concurrent", settings=small).output(),
                         ["refused: 8"])
        self.assertEqual(self.of("twenty-downloads", "limited", settings=small).output(),
                         ["refused: 0"])

    def test_latencies_of_the_web_server(self):
        def latencies(mode):
            return [line.split()[3] for line in self.of("web-server", mode).output()]
        self.assertEqual(latencies("async"), ["0.52"] * 8)
        self.assertEqual(latencies("blocking"), ["0.52", "0.94", "1.36", "1.78", "2.20",
                                                 "2.62", "3.04", "3.46"])

    def test_a_slot_is_free_again_a_second_after_it_was_taken(self):
        seen = self.of("rate-limit", "limited")
        waves = [r["t_ns"] // 10**9 for r in seen.kind("output")]
        self.assertEqual(waves, [0] * 5 + [1] * 5 + [2] * 2)

    def test_a_race_without_threads(self):
        for mode, count in (("unlocked", 5), ("locked", 10), ("no-await-between", 10)):
            self.assertEqual(self.of("lost-update", mode).output(), [f"counter: {count}"])

    def test_two_cures_let_all_philosophers_eat(self):
        for mode in ("ordered", "limited"):
            self.assertEqual(sorted(self.of("philosophers", mode).output()),
                             [f"philosopher {n} eats" for n in range(1, 6)])

    def test_greetings_come_after_the_result_or_before(self):
        greetings = ["Another function gets calleeeeeeed", "Another function gets called"]
        self.assertEqual(self.of("pi-in-a-thread", "inline").output(),
                         ["3.1415926535", *greetings])
        self.assertEqual(self.of("pi-in-a-thread", "threaded").output(),
                         [*greetings, "3.1415926535"])
