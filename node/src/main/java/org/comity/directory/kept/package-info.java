/** What is known of service providers beside their entries: what they keep, how they are served, and which ranges are theirs. */
@NullMarked
package org.comity.directory.kept;

import org.jspecify.annotations.NullMarked;
