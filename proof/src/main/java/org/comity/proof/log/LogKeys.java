package org.comity.proof.log;

import java.security.cert.X509Certificate;
import java.util.List;

/** The key with which a participant signs its logs, and why anybody should believe that it is the participant's. */
public interface LogKeys {

    /** @param log which of its logs, e.g. {@code domestic}; the signer's name is the log's origin */
    NoteSigner of(String log);

    /** A note ({@link LogKeyNote}) in which the authority's seal key names the key of this log. */
    String certification(String log);

    /** The certificate of the seal key, then those above it. */
    List<X509Certificate> certificates();
}
