/** Life at risk: one page to tell it, one to answer it, and what comes next. */
@NullMarked
package org.comity.casework.emergency;

import org.jspecify.annotations.NullMarked;
