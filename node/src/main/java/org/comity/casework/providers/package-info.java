/** What each provider keeps for one request, item by item; it never leaves the node. */
@NullMarked
package org.comity.casework.providers;

import org.jspecify.annotations.NullMarked;
