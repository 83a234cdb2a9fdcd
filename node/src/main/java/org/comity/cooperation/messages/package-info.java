/** Working messages of a request. */
@NullMarked
package org.comity.cooperation.messages;

import org.jspecify.annotations.NullMarked;
