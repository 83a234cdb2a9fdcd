package org.comity.treaty;

import java.util.List;

/** Says in which order States stand in every table: the depositary's, by the day of what each did about the treaty. */
public interface DepositaryOrder {

    /** Of whom something is recorded and confirmed here. */
    List<String> codes();
}
