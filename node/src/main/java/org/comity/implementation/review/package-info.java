/** A review of implementation: who looks at whom is drawn by lot, and what may be read is each State's choice. Off unless switched on. */
@NullMarked
package org.comity.implementation.review;

import org.jspecify.annotations.NullMarked;
