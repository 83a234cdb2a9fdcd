/** Takes files that come over the web, for officers' pages and for seats: tus, and forms that are not kept plain. */
@NamedInterface("upload")
@NullMarked
package org.comity.evidence.upload;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
