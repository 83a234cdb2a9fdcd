package org.comity.site;

import org.comity.directory.Participant;

/**
 * Says whom somebody tells that a public page is wrong, as the host's own directory entry has it.
 *
 * @param mail empty where the entry has none
 * @param phone empty where the entry has none, and of a State: its duty phone is kept free for those who ask for help
 */
public record WrongHere(String mail, String phone) {

    static WrongHere of(Participant host) {
        return new WrongHere(host.mail(), host.kind().authority() ? "" : host.phone());
    }

    public boolean said() {
        return !mail.isEmpty() || !phone.isEmpty();
    }
}
