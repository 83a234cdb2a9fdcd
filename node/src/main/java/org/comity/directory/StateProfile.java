package org.comity.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Says what a State's own law needs, in its own words and with its own date; no conclusion is drawn by anybody else.
 *
 * @param twoOfficers acts leave only with a second officer's approval
 * @param passkeyRequired approvals count only with a passkey
 * @param contactPointMayOrder the contact point may order preservation itself
 * @param orderNeedsMagistrate a magistrate's order is recorded before a report as preserved
 * @param needs by data class ({@code subscriber}, {@code traffic}, {@code content})
 * @param provisions by offence article ({@code 7} … {@code 17}) the State's own provision
 * @param instruments that it lists, by id of the convention data, e.g. {@code uncc}, {@code budapest}
 * @param highestMarking of what its node may hold
 */
public record StateProfile(
        boolean twoOfficers,
        boolean passkeyRequired,
        boolean contactPointMayOrder,
        boolean orderNeedsMagistrate,
        Map<String, Need> needs,
        Map<String, String> provisions,
        List<String> instruments,
        String highestMarking,
        List<String> reservations,
        LocalDate checked) {

    /** @param wording model wording that works there */
    public record Need(String toPreserve, String toDisclose, String whoOrders, String keptByLaw, String wording) {}
}
