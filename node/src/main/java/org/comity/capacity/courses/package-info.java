/** Courses that are held once: places kept for some States, a list of who waits, certificates that anybody checks. */
@NullMarked
package org.comity.capacity.courses;

import org.jspecify.annotations.NullMarked;
