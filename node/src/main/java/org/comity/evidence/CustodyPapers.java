package org.comity.evidence;

import java.util.UUID;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;

/**
 * The custody of a sealed item, to be shown to whom it may concern. Each printing is itself an entry of it. Whether an
 * official may do it, the caller has asked before.
 */
public interface CustodyPapers {

    /**
     * PDF/A-2u with the tags of PDF/UA: what both sides share first, then this authority's own record.
     *
     * @throws EvidenceRefused {@code not-sealed} while its bytes are coming
     */
    byte[] pdf(UUID item, Official by, Language language);

    /**
     * JSON-LD that conforms to the shapes of CASE 1.4 and UCO 1.4.
     *
     * @throws EvidenceRefused {@code not-sealed} while its bytes are coming
     */
    byte[] graph(UUID item, Official by);
}
