/** The measure: phase4 alone, with our profile and TLS, carrying the same bytes between two processes of its own. */
@NullMarked
package org.comity.bench.bare;

import org.jspecify.annotations.NullMarked;
