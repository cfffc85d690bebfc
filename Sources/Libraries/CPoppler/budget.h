/* What one document may cost. poppler itself knows no bounds: a page of a few bytes may call the same
   forms, fonts and streams again and again, and each unpacks to a thousand times its size. */
#ifndef CPOPPLER_BUDGET_H
#define CPOPPLER_BUDGET_H

#include <cstddef>
#include <cstdint>
#include <ctime>
#include <map>

#include <Object.h>

/* Thrown out of poppler's calls: it asks only now and then whether to go on, and not at all between
   forms within forms. */
struct LimitPassed {};

/* All bounds are for the whole document and grow with its size, since real documents take what they
   cost on disk, too. */
class Budget {
public:
  explicit Budget(size_t file_size);

  /* Operators of content streams. */
  void takeOperators(size_t count);
  /* Forms and other nested content; so many for each page. */
  void takeForm();
  /* The content of a page or a form: a stream or an array of streams. */
  void takeContent(const Object &content);
  /* One stream, and what it was named by (a reference is looked up once). */
  void takeStream(const Object &entry, const Object &stream);
  /* All fonts of a resource dictionary: poppler reads each of them for every page and form. */
  void takeFonts(Dict *resources);
  /* The processor time, the last resort where nothing can be counted. */
  void takeTime();

private:
  size_t operators, content, fonts, forms;
  std::clock_t deadline;
  /* What was found out once, by object number. */
  std::map<int, size_t> sizes, costs;

  static void take(size_t &left, size_t amount);
  size_t costOf(const Object &font);
  size_t costOfMap(const Object &map);
};

#endif
