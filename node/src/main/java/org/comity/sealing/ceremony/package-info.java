/** What a key ceremony makes: key pairs, certificates, requests for them, key stores on disk. */
@NullMarked
package org.comity.sealing.ceremony;

import org.jspecify.annotations.NullMarked;
