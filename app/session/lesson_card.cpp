#include "app/session/lesson_card.h"

namespace interleave {

Card LessonCards::shown(const Scenario& scenario, Seq playhead, Seq last) const {
  if (playhead == 0) {
    return question_closed_ || scenario.question.empty() ? Card::none : Card::question;
  }
  const bool ended = last != 0 && playhead == last;
  return ended && !notice_closed_ && !scenario.notice.empty() ? Card::notice : Card::none;
}

void LessonCards::close(Card card) {
  question_closed_ = question_closed_ || card == Card::question;
  notice_closed_ = notice_closed_ || card == Card::notice;
}

void LessonCards::moved(Seq from, Seq to) {
  if (to == 0 && from != 0) {
    question_closed_ = false;
    notice_closed_ = false;
  }
}

void LessonCards::stepped(Card shown_before, Seq from, Seq to, int count) {
  moved(from, to);
  if (from == to && count > 0 && shown_before == Card::notice) {
    notice_closed_ = true;
  }
}

}  // namespace interleave
