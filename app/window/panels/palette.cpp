// The command palette: everything that can be done, found by name.

#include "app/session/palette.h"

#include <algorithm>
#include <cmath>

#include "app/window/dialogue.h"
#include "app/window/key_cap.h"
#include "app/window/panel.h"
#include "app/window/widgets.h"

namespace interleave {

namespace {

constexpr float kField = 54;
constexpr float kRow = 36;
constexpr float kCaption = 30;
constexpr float kFooter = 38;
constexpr std::size_t kMostShownRecent = 6;
constexpr int kPage = 8;

/// What is offered for the text as it stands.
struct Offer {
  std::vector<PaletteEntry> entries;
  std::vector<PaletteHit> hits;
  /// So many of the first hits are there because they were used; only while nothing is typed.
  std::size_t recent = 0;
};

Offer offer_for(const Session& session, UiState& state) {
  const std::string& text = state.palette_field.text();
  Offer offer;
  offer.entries = palette_entries(session);
  offer.hits = palette_hits(offer.entries, text, session.recent());
  if (text.find_first_not_of(' ') == std::string::npos) {
    const auto used = [&](const PaletteHit& hit) {
      return age_of(session.recent(), offer.entries[hit.entry].id) < kMostShownRecent;
    };
    offer.recent = static_cast<std::size_t>(
        std::find_if_not(offer.hits.begin(), offer.hits.end(), used) - offer.hits.begin());
  }
  if (state.palette_query != text) {  // what was chosen was chosen among other things
    state.palette_query = text;
    state.palette_choice = 0;
  }
  state.palette_choice =
      std::min(state.palette_choice, offer.hits.empty() ? 0 : offer.hits.size() - 1);
  return offer;
}

void use(Session& session, const PaletteEntry& entry) {
  session.apply(command::Flip{command::Toggle::palette});
  session.apply(command::NoteUse{entry.id});
  session.apply(entry.command);
}

void accept(Session& session, UiState& state) {
  const Offer offer = offer_for(session, state);
  if (!offer.hits.empty()) {
    use(session, offer.entries[offer.hits[state.palette_choice].entry]);
  }
}

bool press(Session& session, UiState& state, Chord chord) {
  int by = 0;
  switch (chord.mods == 0 ? chord.key : 0) {
    case key::up:
      by = -1;
      break;
    case key::down:
      by = 1;
      break;
    case key::page_up:
      by = -kPage;
      break;
    case key::page_down:
      by = kPage;
      break;
    default:
      return false;
  }
  const Offer offer = offer_for(session, state);
  if (!offer.hits.empty()) {
    const int last = static_cast<int>(offer.hits.size()) - 1;
    const int at = static_cast<int>(state.palette_choice) + by;
    state.palette_choice = static_cast<std::size_t>(std::clamp(at, 0, last));
  }
  return true;
}

void magnifier(Ui& ui, Point m) {
  CircleShape glass;
  glass.centre = {m.x - 1.5F, m.y - 1.5F};
  glass.radius = 5.5F;
  glass.stroke = paint(Role::ink_faint);
  glass.stroke_width = 1.8F;
  ui.paint.circle(glass);
  ui.paint.line({m.x + 3, m.y + 3}, {m.x + 7.5F, m.y + 7.5F}, paint(Role::ink_faint), 1.8F);
}

void draw_field(Ui& ui, Box box) {
  constexpr float kSize = 16;
  const TextField& field = ui.state.palette_field;
  magnifier(ui, {box.x + 27, box.y + box.height / 2});
  const Box inner{box.x + 48, box.y, box.width - 68, box.height};
  const float baseline = box.y + box.height / 2 + 5.8F;
  const std::string_view before = std::string_view(field.text()).substr(0, field.caret());
  const float caret = ui.width_of(before, kSize, Face::regular);
  const float slide = std::max(0.0F, caret - inner.width + 2);
  ui.paint.push_clip(inner);
  if (field.text().empty()) {
    ui.paint.words_in({inner.x, baseline}, inner.width, "Find a lesson, a mode or an action", kSize,
                      Face::regular, paint(Role::ink_faint));
  } else if (field.all_selected()) {
    ui.paint.fill({inner.x, baseline - 17, ui.width_of(field.text(), kSize, Face::regular), 24},
                  paint(Role::accent_soft), 3);
  }
  ui.paint.words({inner.x - slide, baseline}, field.text(), kSize, Face::regular, paint(Role::ink));
  ui.paint.fill({inner.x - slide + caret, baseline - 15.5F, 1.6F, 20}, paint(Role::accent));
  ui.paint.pop_clip();
  ui.paint.fill({box.x + 1, box.bottom() - 1, box.width - 2, 1}, paint(Role::border));
}

/// The title with what was matched standing out.
void draw_title(Ui& ui, Point at, float room, const std::string& title, const PaletteHit& hit,
                Paint ink) {
  constexpr float kSize = 13.5F;
  if (hit.marks.empty() || ui.width_of(title, kSize, Face::bold) > room) {
    ui.paint.words_in(at, room, title, kSize, Face::regular, ink);
    return;
  }
  std::size_t done = 0;
  for (const auto& [from, to] : hit.marks) {
    const std::size_t begin = std::max(from, done);
    if (begin >= to) {
      continue;
    }
    at.x =
        ui.say(at, std::string_view(title).substr(done, begin - done), kSize, Face::regular, ink);
    at.x = ui.say(at, std::string_view(title).substr(begin, to - begin), kSize, Face::bold,
                  paint(Role::accent));
    done = to;
  }
  ui.say(at, std::string_view(title).substr(done), kSize, Face::regular, ink);
}

void draw_row(Ui& ui, const Offer& offer, std::size_t index, Box box) {
  const PaletteHit& hit = offer.hits[index];
  const PaletteEntry& entry = offer.entries[hit.entry];
  const Touch touch = ui.touch_mouse(id_of("palette row", index), box);
  if (index == ui.state.palette_choice) {
    ui.paint.fill(box, paint(Role::accent_soft), 7);
    ui.choose(box);
  } else if (touch.hovered) {
    ui.paint.fill(box, paint(Role::stripe), 7);
  }
  ui.hand_cursor = ui.hand_cursor || touch.hovered;
  float right = box.right() - 12;
  const float baseline = box.y + box.height / 2 + 4.8F;
  if (!entry.keys.empty()) {
    right -= key_cap_width(ui, entry.keys);
    key_cap(ui, {right, baseline}, entry.keys);
    right -= 10;
  }
  if (!entry.note.empty()) {
    right -= ui.width_of(entry.note, 12, Face::regular);
    ui.paint.words({right, baseline}, entry.note, 12, Face::regular, paint(Role::ink_soft));
    right -= 10;
  }
  draw_title(ui, {box.x + 12, baseline}, right - box.x - 12, entry.title, hit, paint(Role::ink));
  if (touch.clicked) {
    ui.send(command::Flip{command::Toggle::palette});
    ui.send(command::NoteUse{entry.id});
    ui.send(entry.command);
  }
}

/// Where a row stands: under "Recently used", or under what follows those.
float top_of(const Offer& offer, std::size_t index) {
  const std::size_t captions = offer.recent == 0 ? 0 : index < offer.recent ? 1 : 2;
  return kRow * static_cast<float>(index) + kCaption * static_cast<float>(captions);
}

void draw_rows(Ui& ui, const Offer& offer, Box box) {
  const float height = top_of(offer, offer.hits.size());
  const Id id = id_of("palette");
  const std::size_t choice = ui.state.palette_choice;
  const float top = top_of(offer, choice);
  follow(ui, id, box, choice == 0 ? 0 : top, top + kRow, height,
         id_of(ui.state.palette_field.text(), choice));
  const float scroll = begin_scroll(ui, id, box, height);
  const auto caption = [&](float y, std::string_view words) {
    ui.paint.words({box.x + 12, box.y - scroll + y + 20}, words, 12, Face::semibold,
                   paint(Role::ink_soft));
  };
  if (offer.recent > 0) {
    caption(0, "Recently used");
    caption(top_of(offer, offer.recent) - kCaption, "Everything");
  }
  for (std::size_t i = 0; i < offer.hits.size(); ++i) {
    const Box row{box.x, box.y + top_of(offer, i) - scroll, box.width - 8, kRow};
    if (row.bottom() > box.y && row.y < box.bottom()) {
      draw_row(ui, offer, i, row);
    }
  }
  end_scroll(ui);
}

void draw_nothing(Ui& ui, Box box) {
  const float middle = box.x + box.width / 2;
  const float y = box.y + box.height / 2 - 6;
  ui.paint.words_in({middle, y}, box.width - 24,
                    "Nothing is called “" + ui.state.palette_field.text() + "”.", 14,
                    Face::semibold, paint(Role::ink), Align::middle);
  ui.paint.words_in({middle, y + 24}, box.width - 24,
                    "Try a word of a lesson’s title, or of what it should do: print, zoom, dark.",
                    12.5F, Face::regular, paint(Role::ink_soft), Align::middle);
}

void draw_footer(Ui& ui, Box box, std::size_t count) {
  ui.paint.fill({box.x + 1, box.y, box.width - 2, 1}, paint(Role::border));
  const float y = box.y + 24;
  float x = box.x + 20;
  const auto hint = [&](std::string_view keys, std::string_view words) {
    x += key_cap(ui, {x, y}, keys) + 7;
    x = ui.say({x, y}, words, 12, Face::regular, paint(Role::ink_soft)) + 18;
  };
  hint("↑ ↓", "choose");
  hint("Enter", "do it");
  hint("Esc", "close");
  const std::string found = std::to_string(count) + (count == 1 ? " entry" : " entries");
  if (ui.width_of(found, 12, Face::regular) < box.right() - 20 - x) {
    ui.paint.words({box.right() - 20, y}, found, 12, Face::regular, paint(Role::ink_soft),
                   Align::right);
  }
}

void draw(Ui& ui) {
  const Offer offer = offer_for(ui.session, ui.state);
  const float width = std::min(660.0F, ui.window.width - 32);
  const float y = std::round(std::max(24.0F, ui.window.height * 0.1F));
  // As tall as what there is to choose from, but not so small that it jumps at every letter.
  const float content = std::max(5 * kRow, top_of(offer, offer.hits.size()));
  const float height =
      std::min({520.0F, ui.window.height - 2 * y, content + kField + kFooter + 14});
  const Box box{std::round((ui.window.width - width) / 2), y, width, height};
  if (lay_card(ui, box)) {
    ui.send(command::Flip{command::Toggle::palette});
  }
  draw_field(ui, {box.x, box.y, box.width, kField});
  const Box rows{box.x + 8, box.y + kField + 7, box.width - 16, box.height - kField - kFooter - 14};
  if (offer.hits.empty()) {
    draw_nothing(ui, rows);
  } else {
    draw_rows(ui, offer, rows);
  }
  draw_footer(ui, {box.x, box.bottom() - kFooter, box.width, kFooter}, offer.hits.size());
}

TextField* field(UiState& state) { return &state.palette_field; }

void open(Session& /*session*/, UiState& state) {
  state.palette_field.set({});
  state.palette_query.clear();
  state.palette_choice = 0;
}

bool shown(const Session& session) { return session.shown(command::Toggle::palette); }

}  // namespace

extern const Overlay palette_overlay;
const Overlay palette_overlay = {"palette", shown, draw, field, accept, open, press};

}  // namespace interleave
