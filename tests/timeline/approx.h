#pragma once

#include "tests/catch.h"

// Catch2 2 has Approx for all to see, version 3 in its namespace.
#if __has_include(<catch2/catch_all.hpp>)
using Catch::Approx;
#endif
