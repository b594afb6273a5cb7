#pragma once

#include <span>
#include <string_view>

namespace interleave {

// embedded gives the whole content of a file that was built into the program, byte for byte.
//
// Files under assets/ go by their path from there, a scenario's source and the licences by their
// path from the root:
//
//     embedded("listings/boiling-water/boiling-water-sequential.py")
//     embedded("scenarios/boiling_water.cpp")
//     embedded("fonts/Inter-Regular.otf")
//     embedded("LICENSE")
//
// The view stays valid for as long as the program runs. It throws std::out_of_range, naming the
// path, if there is no such file: to ask first, is_embedded.
std::string_view embedded(std::string_view path);

// is_embedded tells whether embedded(path) has something to give.
bool is_embedded(std::string_view path);

// embedded_paths lists every file that was built in, sorted by byte.
std::span<const std::string_view> embedded_paths();

}  // namespace interleave
