// The palette's own words for keys whose rows of the table speak of several, and what else people
// call these things.

#include <array>

#include "app/session/palette.h"

namespace interleave {

namespace {

struct Words {
  Chord chord;
  std::string_view words;
};

// clang-format off
constexpr Words kWords[] = {
    {{key::right}, "next stop; forward step advance"},
    {{key::left}, "previous stop; back step"},
    {{key::page_down}, "-"},
    {{key::page_up}, "-"},
    {{key::right, kShift}, "next event of any kind; single step"},
    {{key::left, kShift}, "previous event of any kind; single step back"},
    {{key::right, kCtrl}, "next iteration of the loop; round turn"},
    {{key::left, kCtrl}, "previous iteration of the loop; round turn back"},
    {{key::home}, "to the start; first begin rewind restart"},
    {{key::end}, "to the end; last finish"},
    {{key::right, kCtrl | kShift}, "-"},
    {{key::left, kCtrl | kShift}, "-"},
    {{'N'}, "next stop of this task; lane"},
    {{'P'}, "previous stop of this task; lane"},
    {{'G'}, "; jump seek"},
    {{' '}, "play or pause; run start stop"},
    {{key::up, kAlt}, "faster; speed up"},
    {{key::down, kAlt}, "slower; speed down"},
    {{key::up}, "select the lane above; task up"},
    {{key::down}, "select the lane below; task down"},
    {{key::enter}, "open what is selected; badge expand unfold fold children instant"},
    {{key::enter, kShift}, "; keep sticky"},
    {{'F', kCtrl}, "; filter search tasks"},
    {{'T'}, "; ruler scale"},
    {{'+'}, "closer; zoom in magnify"},
    {{'-'}, "farther; zoom out"},
    {{key::left, kAlt}, "pan to the left; scroll earlier"},
    {{key::right, kAlt}, "pan to the right; scroll later"},
    {{'0'}, "see all of the run; zoom reset whole fit"},
    {{'F'}, "; zoom task span"},
    {{'M'}, "mark this time; measure bookmark"},
    {{'H'}, "; future hide show spoiler"},
    {{'1', kCtrl}, "-"},
    {{'2', kCtrl}, "-"},
    {{'3', kCtrl}, "-"},
    {{'4', kCtrl}, "-"},
    {{'5', kCtrl}, "-"},
    {{'6', kCtrl}, "-"},
    {{'7', kCtrl}, "-"},
    {{'8', kCtrl}, "-"},
    {{'9', kCtrl}, "-"},
    {{key::up, kCtrl}, "previous lesson; scenario before"},
    {{key::down, kCtrl}, "next lesson; scenario after"},
    {{'C'}, "; comparison side by side difference"},
    {{'C', kShift}, "; duplicate run"},
    {{key::del}, "; remove delete"},
    {{'X'}, "; exchange order"},
    {{'A'}, "next of the runs A, B …; focus"},
    {{'A', kShift}, "previous of the runs A, B …; focus"},
    {{'R'}, "; collapse"},
    {{'X', kShift}, "; share separate"},
    {{'J'}, "; difference diverge"},
    {{'W', kShift}, "; waterfall saved explain"},
    {{'Z', kCtrl}, "undo; back history views"},
    {{'Z', kCtrl | kShift}, "redo; forward again history"},
    {{'Y', kCtrl}, "-"},
    {{'Q'}, "; predict quiz question ask guess vote"},
    {{'L'}, "listing, shown or not; code source python program"},
    {{'O'}, "output, shown or not; printed console"},
    {{'W'}, "“why isn’t it running?”, asked or not; reason waiting"},
    {{'V'}, "; narration depth detail explain terms"},
    {{'D'}, "next theme; light dark contrast colours night"},
    {{'M', kAlt}, "less motion, or all of it; animation reduced"},
    {{'+', kCtrl}, "larger type; font size bigger text projector"},
    {{'-', kCtrl}, "smaller type; font size text"},
    {{'0', kCtrl}, "normal type; font size reset text"},
    {{key::tab}, "-"},
    {{key::tab, kShift}, "-"},
    {{key::f6}, "-"},
    {{key::f6, kShift}, "-"},
    {{'O', kCtrl}, "; load trace file import json chrome jsonl browse"},
    {{'E', kCtrl}, "; print save image png svg pdf slide share download"},
    {{'O', kCtrl}, "; load file trace"},
    {{'P', kCtrl}, "-"},
    {{key::escape}, "-"},
    {{'Q', kCtrl}, "; close exit leave"},
    {{'?'}, "; help shortcuts keyboard mouse"},
    {{key::f5}, "presentation; present slides projector beamer classroom"},
    {{key::f11}, "; maximise fullscreen projector"},
};
// clang-format on

}  // namespace

std::string_view palette_words(Chord chord) {
  for (const Words& row : kWords) {
    if (row.chord == chord) {
      return row.words;
    }
  }
  return {};
}

}  // namespace interleave
