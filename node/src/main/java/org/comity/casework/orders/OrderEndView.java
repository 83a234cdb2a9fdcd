package org.comity.casework.orders;

import org.comity.casework.OrderAlarms.OrderAlarm;

/**
 * Shows that an order ends before what we promised, with what the law says of its length.
 *
 * @param ref empty where the instrument says nothing of it
 */
public record OrderEndView(OrderAlarm alarm, String edition, String ref, String law) {}
