/** What a transfer of proceedings has that its file cannot say: how it grows out of an extradition. */
@NullMarked
package org.comity.casework.proceedings;

import org.jspecify.annotations.NullMarked;
