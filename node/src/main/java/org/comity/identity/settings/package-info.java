/** What this node is told about itself, and whether it may practise. */
@NullMarked
package org.comity.identity.settings;

import org.jspecify.annotations.NullMarked;
