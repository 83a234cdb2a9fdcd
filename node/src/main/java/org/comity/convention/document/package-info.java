/** Official documents of treaties: taken apart by article when they are loaded, and read beside our words. */
@NamedInterface("document")
@NullMarked
package org.comity.convention.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
