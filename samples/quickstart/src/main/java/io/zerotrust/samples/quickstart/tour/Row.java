package io.zerotrust.samples.quickstart.tour;

import io.zerotrust.samples.client.Answer;

/**
 * One line of the table.
 *
 * @param title what was tried
 * @param request method and path
 * @param zt the answer with zt
 * @param plain the answer without
 * @param why what zt makes of it
 */
public record Row(String title, String request, Answer zt, Answer plain, String why) {

}
