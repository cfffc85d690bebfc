/* Empty on purpose: this target only brings libxml2's compiler flags to CTextLibraries. Its headers pull
   in ICU's, which clash with Foundation's when Swift sees them. */
