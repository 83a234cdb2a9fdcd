/** How a template gets its page: the view, the language, the rail, the choices of the reader. */
@NullMarked
package org.comity.ui.page;

import org.jspecify.annotations.NullMarked;
