/** Where payloads and headers lie: a directory of this node. */
@NullMarked
package org.comity.evidence.vault;

import org.jspecify.annotations.NullMarked;
