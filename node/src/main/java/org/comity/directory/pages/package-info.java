/** The pages of the directory: who takes part, what a counterpart's law needs, and our own entry. */
@NullMarked
package org.comity.directory.pages;

import org.jspecify.annotations.NullMarked;
