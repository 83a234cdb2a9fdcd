/** Working messages of a request. */
@NullMarked
package org.comity.casework.messages;

import org.jspecify.annotations.NullMarked;
