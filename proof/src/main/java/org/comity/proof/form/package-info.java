/** Forms that all others are made of: canonical JSON, hashes, base64 and file names, each readable in one way only. */
@NullMarked
package org.comity.proof.form;

import org.jspecify.annotations.NullMarked;
