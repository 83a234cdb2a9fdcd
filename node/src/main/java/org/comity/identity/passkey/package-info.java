/** Passkeys (WebAuthn): registered, asked for, verified. */
@NullMarked
package org.comity.identity.passkey;

import org.jspecify.annotations.NullMarked;
