/** The articles as pages that anybody may read: texts, marks, offences, and what of ours rests on which paragraph. */
@NullMarked
package org.comity.casework.articles;

import org.jspecify.annotations.NullMarked;
