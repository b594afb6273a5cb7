#include <algorithm>

#include "app/cli/mistake.h"
#include "tests/catch.h"
#include "tests/cli/command_line.h"

// What was asked is wrong: exit status 2, one line on stderr, nothing on stdout.

namespace interleave::tests {

using Catch::Matchers::StartsWith;

namespace {

std::string refusal(const std::string& line) {
  const Said said = command(line);
  INFO("interleave " << line);
  CHECK(said.status == 2);
  CHECK(said.out.empty());
  CHECK(std::count(said.err.begin(), said.err.end(), '\n') == 1);
  CHECK_THAT(said.err, StartsWith("interleave"));
  return said.err;
}

}  // namespace

TEST_CASE("an unknown command or scenario is refused with the nearest known one") {
  CHECK(refusal("runn boiling-water") ==
        "interleave: no command or scenario 'runn'; did you mean run?\n");
  CHECK(refusal("boiling_watr") ==
        "interleave: no command or scenario 'boiling_watr'; did you mean boiling-water?\n");
  CHECK(refusal("xyzzyx") ==
        "interleave: no command or scenario 'xyzzyx'; `interleave --help` says what there is\n");
  CHECK(refusal("run boiling") ==
        "interleave run: no scenario 'boiling'; did you mean boiling-water?\n");
  CHECK(refusal("run xyzzyx") ==
        "interleave run: no scenario 'xyzzyx'; `interleave list` names them\n");
  CHECK(refusal("--hepl") == "interleave: no option '--hepl'; did you mean --help?\n");
}

TEST_CASE("every command but list asks for a scenario") {
  for (const std::string command : {"run", "compare", "show", "trace", "export"}) {
    CHECK(refusal(command) ==
          "interleave " + command + ": which scenario? `interleave list` names them\n");
  }
}

TEST_CASE("an unknown mode is refused with the nearest and all there are") {
  CHECK(refusal("run boiling-water --mode concurent") ==
        "interleave run: boiling-water has no mode 'concurent'; did you mean concurrent? There are "
        "sequential, concurrent and taskgroup\n");
  CHECK(refusal("show hello --mode zz") ==
        "interleave show: hello has no mode 'zz'; there is concurrent\n");
  CHECK_THAT(refusal("compare boiling-water --modes sequential,,taskgroup"),
             StartsWith("interleave compare: boiling-water has no mode ''"));
  CHECK(refusal("compare boiling-water --modes sequential,sequential") ==
        "interleave compare: --modes sequential,sequential: sequential is named twice\n");
  CHECK_THAT(refusal("run boiling-water --mode="), StartsWith("interleave run: "));
}

TEST_CASE("a parameter that the scenario does not have is refused") {
  CHECK(refusal("run two-hellos --set frist=1") ==
        "interleave run: --set frist=1: two-hellos has no parameter 'frist'; did you mean first? "
        "There are first, second and until\n");
}

TEST_CASE("a value is refused that is no number, out of range or finer than it may be") {
  const std::string pages = "pages is a whole number from 0 to 40\n";
  for (const std::string value : {"41", "-1", "2.5", "four", "", "nan", "inf", "1e1", "4s", " 4"}) {
    const Said said = command_of({"run", "boiling-water", "--set", "pages=" + value});
    CHECK(said.status == 2);
    CHECK(said.err == "interleave run: --set pages=" + value + ": " + pages);
  }
  const std::string time = "page_time is a time in seconds, to the millisecond, from 0 to 2 s\n";
  for (const std::string value : {"2.001", "-0.1", "0.0005", "0.5ms", "1m", "0x1", "ms"}) {
    CHECK(refusal("run boiling-water --set page_time=" + value) ==
          "interleave run: --set page_time=" + value + ": " + time);
  }
  CHECK(refusal("run boiling-water --set pages") ==
        "interleave run: --set pages: the value is missing; --set pages=4 would be right\n");
}

TEST_CASE("options are refused that are unknown, lack a value or come twice") {
  CHECK(refusal("run boiling-water --moode sequential") ==
        "interleave run: no option '--moode'; did you mean --mode?\n");
  CHECK(refusal("list --yaml") ==
        "interleave list: no option '--yaml'; `interleave list --help` names them\n");
  CHECK(refusal("run boiling-water --mode") == "interleave run: --mode: a value is missing\n");
  CHECK(refusal("run boiling-water --mode a --mode b") ==
        "interleave run: --mode: given more than once\n");
  CHECK(refusal("run boiling-water hello") == "interleave run: 'hello' is one word too many\n");
  CHECK_THAT(refusal("boiling-water hello"),
             StartsWith("interleave: 'hello' is one word too many"));
}

TEST_CASE("formats and options that there are not are not offered") {
  CHECK(refusal("trace hello --format yaml") ==
        "interleave trace: --format yaml: there is no such format; there are jsonl, csv, chrome "
        "and mermaid\n");
  CHECK_THAT(refusal("export hello -o a.pdf --storybord"),
             StartsWith("interleave export: no option '--storybord'; did you mean --storyboard"));
}

TEST_CASE("a picture's options are checked") {
  const std::string start = "export boiling-water -o picture.png ";
  CHECK(refusal("export boiling-water") ==
        "interleave export: where to? -o FILE.png, -o FILE.svg or -o FILE.pdf is missing\n");
  for (const std::string file : {"picture.bmp", "picture", "picture.jsonl", "a.png/b"}) {
    CHECK(refusal("export boiling-water -o " + file) ==
          "interleave export: -o '" + file +
              "': the file's ending says what it becomes, one of png, svg, pdf, gif\n");
  }
  for (const std::string size : {"1920", "1920x", "0x0", "199x500", "10001x500", "1e3x1e3"}) {
    CHECK(refusal(start + "--size " + size) ==
          "interleave export: --size " + size +
              ": WIDTHxHEIGHT would be right, such as 1920x1080, each 200 to 10000\n");
  }
  CHECK(refusal(start + "--scale 0") ==
        "interleave export: --scale 0: a number from 0.1 to 8 would be right\n");
  CHECK_THAT(refusal(start + "--size 9000x9000 --scale 8"),
             StartsWith("interleave export: --scale"));
  CHECK(refusal(start + "--theme drak") ==
        "interleave export: --theme drak: no such theme; did you mean dark? There are light, dark, "
        "high-contrast and print\n");
  CHECK(refusal(start + "--axis step") ==
        "interleave export: --axis step: no such axis; did you mean steps? There are time and "
        "steps\n");
  CHECK(refusal(start + "--until 14 --modes concurrent") ==
        "interleave export: --until 14: concurrent has 13 steps, so 0 to 13 would be right\n");
}

TEST_CASE("a span of a picture lies within the run, and its ends are in order") {
  const std::string start = "export boiling-water --modes concurrent -o picture.svg ";
  const std::string begin = "interleave export: ";
  for (const std::string span : {"--from 1 --to 0.5", "--from 1s --to 1s", "--from 3 --to 3.0"}) {
    CHECK(refusal(start + span) == begin + span + ": the first must be the earlier one\n");
  }
  for (const std::string from : {"-1", "99", "x", "3.001"}) {
    CHECK(refusal(start + "--from " + from) ==
          begin + "--from " + from + ": seconds from 0 to the end, 3 s, would be right\n");
  }
  CHECK(refusal(start + "--from 0.5 --to 99") ==
        begin + "--to 99: seconds from 0 to the end, 3 s, would be right\n");
  for (const std::string steps : {"9-3", "0-4", "1-99", "14", "3..5", "3-", "-3", "x"}) {
    CHECK(refusal(start + "--steps " + steps) ==
          begin + "--steps " + steps +
              ": FIRST-LAST would be right, from 1 to 13, the last of concurrent\n");
  }
  CHECK(refusal(start + "--steps 3-9 --from 1") ==
        begin + "--steps and --from or --to: one of the two would be right\n");
}

TEST_CASE("a drawing's width has bounds") {
  for (const std::string width : {"39", "2001", "wide", "80.5"}) {
    CHECK(refusal("show hello --width " + width) ==
          "interleave show: --width " + width +
              ": a whole number from 40 to 2000 would be right\n");
  }
}

TEST_CASE("whatever was typed, the complaint is one line that does nothing to a terminal") {
  const Said said = command_of({"run", "a\nb\x1b[31m\xff"});
  CHECK(said.status == 2);
  CHECK(said.err ==
        "interleave run: no scenario 'a\\x0ab\\x1b[31m\\xff'; `interleave list` names them\n");
  CHECK(cli::one_line("é\xc2\x85…") == "é\\xc2\\x85…");
  const std::string long_word(5000, 'x');
  CHECK(command_of({"run", long_word}).err.size() < 200);
}

TEST_CASE("a title is one line of UTF-8") {
  for (const std::string title : {"", "two\nlines", "\xff"}) {
    const Said said = command_of({"export", "hello", "-o", "a.png", "--title", title});
    CHECK(said.status == 2);
    CHECK_THAT(said.err, StartsWith("interleave export: --title "));
  }
}

}  // namespace interleave::tests
