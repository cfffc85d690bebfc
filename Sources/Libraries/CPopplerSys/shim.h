/* Only the flags of pkg-config are wanted of this target; the headers are C++. */
