/** The list of requests: a projection of threads, with what is ours alone. */
@NullMarked
package org.comity.casework.requests;

import org.jspecify.annotations.NullMarked;
