// main, where Catch2 comes as headers alone.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
