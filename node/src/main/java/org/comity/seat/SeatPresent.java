package org.comity.seat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.comity.casework.PersonInSeat;
import org.comity.ui.Page;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads anew at each request who sits there; the {@link SeatOfPerson} stands in a request attribute. */
class SeatPresent extends OncePerRequestFilter {

    static final String ATTRIBUTE = "seat-of-person";

    private final SittingInSeats sitting;
    private final SeatCookie cookie;

    SeatPresent(SittingInSeats sitting, SeatCookie cookie) {
        this.sitting = sitting;
        this.cookie = cookie;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        cookie.of(request).flatMap(sitting::present).ifPresent(it -> {
            request.setAttribute(ATTRIBUTE, it);
            request.setAttribute(Page.AUTHOR, "seat-" + it.id());
            if (it.confirmed()) {
                request.setAttribute(PersonInSeat.ATTRIBUTE, new PersonInSeat(it.id(), it.authority(), it.name()));
            }
        });
        chain.doFilter(request, response);
    }
}
