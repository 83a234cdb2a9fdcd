/** Items on the wire: the port that gives released items out, the client that fetches them, without any database. */
@NullMarked
package org.comity.evidence.wire;

import org.jspecify.annotations.NullMarked;
