// On which line a program stands when it leaves a block: CPython says so, by ways of its own.

#include "tests/catch.h"
#include "tests/programs/compare.h"

namespace interleave::programs {

namespace {

struct Case {
  const char* name;
  const char* body;
};

// What `main` does; each ends at the line of interest.
constexpr Case kWaysOut[] = {
    {"an exception that no handler takes", R"(    try:
        await asyncio.sleep(0)
        raise KeyError("a")
    except ValueError:
        pass
)"},
    {"an exception through a finally", R"(    try:
        raise KeyError("a")
    finally:
        await asyncio.sleep(0)
        print("cleaned")
)"},
    {"an exception out of a handler", R"(    try:
        raise KeyError("a")
    except KeyError as error:
        print(error)
        raise ValueError("b")
)"},
    {"an exception raised again", R"(    try:
        raise KeyError("a")
    except KeyError:
        print("seen")
        raise
)"},
    {"the end after a handler", R"(    try:
        raise KeyError("a")
    except KeyError as error:
        print(error)
)"},
    {"a return out of a try with a finally", R"(    try:
        return 1
    finally:
        print("cleaned")
)"},
    {"a return out of a handler", R"(    try:
        raise KeyError("a")
    except KeyError as error:
        return str(error)
    finally:
        print("cleaned")
)"},
    {"a return in a finally", R"(    try:
        raise KeyError("a")
    finally:
        return 2
)"},
    {"a return out of an async with", R"(    lock = asyncio.Lock()
    async with lock:
        await asyncio.sleep(0)
        return 1
)"},
    {"a return of a call out of an async with", R"(    lock = asyncio.Lock()
    async with lock:
        await asyncio.sleep(0)
        return str(1)
)"},
    {"a bare return out of an async with", R"(    async with asyncio.Lock():
        print("in")
        return
)"},
    {"the end after an async with", R"(    async with asyncio.Lock():
        print("in")
)"},
    {"an exception out of an async with", R"(    async with asyncio.Lock():
        print("in")
        raise KeyError("a")
)"},
    {"an exception out of two async withs in a row",
     R"(    async with asyncio.Lock() as one, asyncio.Lock() as two:
        print("in", one, two)
        raise KeyError("a")
)"},
    {"a break out of an async with", R"(    while True:
        async with asyncio.Lock():
            await asyncio.sleep(0)
            break
)"},
    {"a continue out of a try with a finally", R"(    for number in range(2):
        try:
            await asyncio.sleep(0)
            continue
        finally:
            print(number)
)"},
    {"the end after a for", R"(    for number in range(2):
        print(number)
)"},
    {"the end after a while", R"(    number = 0
    while number < 2:
        number += 1
)"},
    {"the end after a while that breaks", R"(    number = 0
    while True:
        number += 1
        if number == 2:
            break
)"},
    {"the end after an if that is not taken", R"(    number = 1
    if number == 2:
        print("not")
)"},
    {"the end after an if with an else", R"(    number = 1
    if number == 2:
        print("not")
    else:
        print("so")
)"},
    {"the end after the first branch of an if", R"(    number = 1
    if number == 1:
        print("so")
    else:
        print("not")
)"},
    {"the end after a try with an else", R"(    try:
        await asyncio.sleep(0)
    except KeyError:
        print("not")
    else:
        print("so")
)"},
    {"the end after a try that goes well", R"(    try:
        await asyncio.sleep(0)
    except KeyError:
        print("not")
)"},
    {"the end after a nested def", R"(    def inner():
        print("in")
        return 1
    inner()
    def never():
        pass
)"},
    {"the end after a pass", R"(    print("in")
    pass
)"},
    {"an exception out of a plain function", R"(    def fails():
        raise KeyError("a")
    print("in")
    fails()
)"},
    {"a timeout that expires", R"(    async with asyncio.timeout(1):
        await asyncio.sleep(2)
        print("not")
)"},
    {"an exception out of a timeout", R"(    async with asyncio.timeout(1):
        await asyncio.sleep(0.5)
        raise KeyError("a")
)"},
    {"an exception out of a task group", R"(    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(1))
        raise KeyError("a")
)"},
    {"an exception over an exception in a finally", R"(    try:
        raise KeyError("a")
    finally:
        print("cleaning")
        raise ValueError("b")
)"},
    {"an exception within nested tries", R"(    try:
        try:
            raise KeyError("a")
        except ValueError:
            print("not")
        finally:
            print("inner")
    finally:
        print("outer")
)"},
    {"an exception out of a for within a try", R"(    try:
        for number in range(3):
            await asyncio.sleep(0)
            if number == 1:
                raise KeyError(number)
    except KeyError:
        await asyncio.sleep(0)
)"},
    {"a global constant as the last statement", R"(    number = 1
    number
)"},
    {"a del at the end", R"(    number = [1]
    await asyncio.sleep(0)
    del number[0]
)"},
    {"an assert that fails", R"(    number = 1
    assert number == 2, "not two"
)"},
    {"a condition with and", R"(    number = 1
    while number > 0 and number < 3:
        number += 1
        await asyncio.sleep(0)
)"},
    {"a cancel that is caught with as", R"(    me = asyncio.current_task()
    me.cancel()
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        print(type(error).__name__)
    finally:
        me.uncancel()
)"},
    {"an exception through a finally with an async for that is left", R"(    async def numbers():
        yield 1
    try:
        raise KeyError("a")
    finally:
        async for number in numbers():
            print(number)
            break
)"},
    {"an exception through a finally with an async for that goes to its end",
     R"(    async def numbers():
        yield 1
    try:
        raise KeyError("a")
    finally:
        async for number in numbers():
            print(number)
)"},
    {"an exception through a finally with an async for in an if", R"(    async def numbers():
        yield 1
    for number in range(2):
        try:
            try:
                raise KeyError("a")
            finally:
                if number:
                    async for number in numbers():
                        break
        except KeyError:
            if number:
                raise
)"},
    {"an exception through a finally with an async for in an if that is not taken",
     R"(    async def numbers():
        yield 1
    number = 0
    try:
        raise KeyError("a")
    finally:
        if number:
            async for number in numbers():
                break
)"},
    {"an exception through a finally with an assignment in an if that is not taken",
     R"(    number = 0
    try:
        raise KeyError("a")
    finally:
        if number:
            number = 1
)"},
    {"an exception through a finally with an assignment in an else that is not taken",
     R"(    number = 1
    try:
        raise KeyError("a")
    finally:
        if number:
            print(number)
        else:
            number = 2
)"},
    {"an exception through a finally with a finally with an assignment that is not taken",
     R"(    number = 0
    try:
        raise KeyError("a")
    finally:
        try:
            print(number)
        finally:
            if number:
                number = 1
)"},
    {"an exception through a finally with a finally with a call that is not taken",
     R"(    number = 0
    try:
        raise KeyError("a")
    finally:
        try:
            print(number)
        finally:
            if number:
                print(number)
)"},
    {"an exception through a finally with an except with an assignment that is not taken",
     R"(    number = 0
    try:
        raise KeyError("a")
    finally:
        try:
            print(number)
        except ValueError:
            number = 1
)"},
    {"an exception through a finally with a call in an else that is not taken", R"(    number = 1
    try:
        raise KeyError("a")
    finally:
        if number:
            number = 2
        else:
            print(number)
)"},
    {"an exception through a finally with a call in an if that is not taken", R"(    number = 0
    try:
        raise KeyError("a")
    finally:
        if number:
            print(number)
)"},
    {"an exception through a finally with a while that is left", R"(    number = 1
    try:
        raise KeyError("a")
    finally:
        while number:
            print(number)
            break
)"},
    {"an exception through a finally with an async with", R"(    number = 1
    try:
        raise KeyError("a")
    finally:
        async with asyncio.Lock():
            number = 2
)"},
    {"an exception through a finally with a for that is left", R"(    try:
        raise KeyError("a")
    finally:
        for number in range(3):
            print(number)
            break
)"},
    {"a with within a try that catches", R"(    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(2)
    except TimeoutError:
        print("late")
)"},
    {"an if at the end of a for", R"(    for number in range(3):
        if number == 1:
            print("one")
)"},
};

}  // namespace

TEST_CASE("a program leaves its blocks on the lines on which CPython does") {
  std::vector<Source> sources;
  for (const Case& one : kWaysOut) {
    sources.push_back({one.name, "import asyncio\n\nasync def main():\n" + std::string(one.body) +
                                     "\nasyncio.run(main())\n"});
  }
  const auto found = differences(programs_of(sources));
  if (!found) {
    WARN("passed over: python3 is not CPython 3.11");
    return;
  }
  for (std::size_t i = 0; i < sources.size(); ++i) {
    INFO(sources[i].name << "\n" << sources[i].text);
    CHECK((*found)[i] == "");
  }
}

}  // namespace interleave::programs
