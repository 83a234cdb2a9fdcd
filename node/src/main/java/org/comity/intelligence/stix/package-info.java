/** What a STIX 2.1 bundle says, and how one is written; nothing of threads or pages. */
@NullMarked
package org.comity.intelligence.stix;

import org.jspecify.annotations.NullMarked;
