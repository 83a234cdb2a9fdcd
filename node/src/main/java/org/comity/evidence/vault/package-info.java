/** Where payloads and headers lie: a directory of this node, or a bucket. */
@NullMarked
package org.comity.evidence.vault;

import org.jspecify.annotations.NullMarked;
