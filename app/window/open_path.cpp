#include "app/window/open_path.h"

#include "app/export/picture_file.h"

namespace interleave {

void open_path(Session& session, const std::string& path) {
  if (!is_picture_file(path)) {
    session.apply(command::OpenFile{path});
    return;
  }
  const Result<PictureView> view = view_in_file(path);
  if (!view) {
    session.set_notice("Not opened: " + view.error());
    return;
  }
  if (session.shown(command::Toggle::open_dialogue)) {
    session.apply(command::Flip{command::Toggle::open_dialogue});
  }
  session.apply(command::ShowPicture{view.value()});
  session.set_notice("What the picture shows, from " + path);
}

}  // namespace interleave
