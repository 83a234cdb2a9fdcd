/** What a person knows or carries instead of a passkey: password, one-time code, API token; and what failing costs. */
@NullMarked
package org.comity.identity.secret;

import org.jspecify.annotations.NullMarked;
