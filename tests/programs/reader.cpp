#include "tests/programs/reader.h"

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <unordered_map>

#include "tests/differential/temporary_folder.h"

namespace interleave::programs {

namespace {

using nlohmann::json;

const std::unordered_map<std::string, NodeKind>& kinds() {
  static const std::unordered_map<std::string, NodeKind> kTable = {
      {"nothing", NodeKind::nothing},
      {"module", NodeKind::module},
      {"block", NodeKind::block},
      {"import", NodeKind::import},
      {"def", NodeKind::def},
      {"async_def", NodeKind::async_def},
      {"class_def", NodeKind::class_def},
      {"expression", NodeKind::expression},
      {"assign", NodeKind::assign},
      {"augment", NodeKind::augment},
      {"return", NodeKind::return_},
      {"raise", NodeKind::raise},
      {"pass", NodeKind::pass},
      {"break", NodeKind::break_},
      {"continue", NodeKind::continue_},
      {"del", NodeKind::del},
      {"assert", NodeKind::assert_},
      {"global", NodeKind::global},
      {"nonlocal", NodeKind::nonlocal},
      {"if", NodeKind::if_},
      {"while", NodeKind::while_},
      {"for", NodeKind::for_},
      {"async_for", NodeKind::async_for},
      {"with", NodeKind::with},
      {"async_with", NodeKind::async_with},
      {"with_item", NodeKind::with_item},
      {"try", NodeKind::try_},
      {"handler", NodeKind::handler},
      {"parameters", NodeKind::parameters},
      {"parameter", NodeKind::parameter},
      {"none", NodeKind::none},
      {"boolean", NodeKind::boolean},
      {"integer", NodeKind::integer},
      {"real", NodeKind::real},
      {"string", NodeKind::string},
      {"name", NodeKind::name},
      {"attribute", NodeKind::attribute},
      {"subscript", NodeKind::subscript},
      {"slice", NodeKind::slice},
      {"call", NodeKind::call},
      {"keyword", NodeKind::keyword},
      {"starred", NodeKind::starred},
      {"await", NodeKind::await},
      {"yield", NodeKind::yield},
      {"lambda", NodeKind::lambda},
      {"unary", NodeKind::unary},
      {"binary", NodeKind::binary},
      {"logical", NodeKind::logical},
      {"compare", NodeKind::compare},
      {"comparison", NodeKind::comparison},
      {"conditional", NodeKind::conditional},
      {"walrus", NodeKind::walrus},
      {"list", NodeKind::list},
      {"tuple", NodeKind::tuple},
      {"set", NodeKind::set},
      {"dict", NodeKind::dict},
      {"fstring", NodeKind::fstring},
      {"formatted", NodeKind::formatted},
      {"list_comp", NodeKind::list_comp},
      {"set_comp", NodeKind::set_comp},
      {"generator", NodeKind::generator},
      {"dict_comp", NodeKind::dict_comp},
      {"clause", NodeKind::clause},
  };
  return kTable;
}

// [kind, text, integer, real, line, [children]]
Node node_of(const json& data) {
  Node node;
  node.kind = kinds().at(data.at(0).get<std::string>());
  node.text = data.at(1).get<std::string>();
  node.integer = data.at(2).get<std::int64_t>();
  node.real = data.at(3).get<double>();
  node.line = data.at(4).get<int>();
  for (const json& child : data.at(5)) {
    node.children.push_back(node_of(child));
  }
  return node;
}

json parsed(const json& texts) {
  const differential::TemporaryFolder folder;
  const std::string input = (folder.path() / "texts.json").string();
  const std::string output = (folder.path() / "modules.json").string();
  std::ofstream(input) << texts;
  const std::string command = "python3 -B '" INTERLEAVE_SOURCE_DIR
                              "/tests/programs/reader.py' < '" +
                              input + "' > '" + output + "'";
  if (std::system(command.c_str()) != 0) {
    throw std::runtime_error("tests/programs/reader.py failed");
  }
  std::ifstream file(output);
  return json::parse(file);
}

}  // namespace

std::vector<Node> read(const std::vector<Source>& sources) {
  json texts = json::array();
  for (const Source& source : sources) {
    texts.push_back(source.text);
  }
  const json modules = parsed(texts);
  std::vector<Node> nodes;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const json& module = modules.at(i);
    if (module.is_object()) {
      throw std::runtime_error(sources[i].name + ":" + std::to_string(module["line"].get<int>()) +
                               ": " + module["error"].get<std::string>());
    }
    nodes.push_back(node_of(module));
  }
  return nodes;
}

}  // namespace interleave::programs
