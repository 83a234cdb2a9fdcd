/** Chairs to sit in on a practice network. */
@NullMarked
package org.comity.identity.practice;

import org.jspecify.annotations.NullMarked;
