/** Joint threads as officers use them: begun, answered, written, approved by a second officer, read by all. */
@NullMarked
package org.comity.casework.joint;

import org.jspecify.annotations.NullMarked;
