/** Whom this node believes: the pinned root, the operator's lists, entries and their versions, and what officers decide. */
@NullMarked
package org.comity.directory.trust;

import org.jspecify.annotations.NullMarked;
