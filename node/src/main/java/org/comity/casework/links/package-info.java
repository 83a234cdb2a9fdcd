/** Links between requests: one that grows out of another and follows it, and holds what the other asked for. */
@NullMarked
package org.comity.casework.links;

import org.jspecify.annotations.NullMarked;
