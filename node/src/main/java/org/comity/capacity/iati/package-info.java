/** Activities as IATI 2.03 has them: written, read, checked by schema, code lists and rules, and kept apart when they are wrong. */
@NullMarked
package org.comity.capacity.iati;

import org.jspecify.annotations.NullMarked;
