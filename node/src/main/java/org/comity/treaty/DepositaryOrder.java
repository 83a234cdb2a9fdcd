package org.comity.treaty;

import java.util.List;
import java.util.Optional;

/** Says who stands in the table of the treaty, and in which order in every table: the depositary's, by the day of what each did. */
public interface DepositaryOrder {

    /** Of whom something is recorded and confirmed here. */
    List<String> codes();

    /** Of one of them, a State or an organisation; empty of anybody else. */
    Optional<String> name(String code, String language);
}
