package io.zerotrust.samples.quickstart.days;

import java.util.List;

/**
 * One line of the second act.
 *
 * @param when day and time since it began
 * @param what what happens
 * @param request method and path
 * @param zt what zt answered
 * @param plain what Spring alone answered
 * @param why what zt makes of it
 * @param decision the id of the last refusal by zt, empty without one
 */
public record Event(String when, String what, String request, String zt, String plain, String why, String decision) {

	/**
	 * What stands above the columns.
	 */
	public static final List<String> HEAD = List.of("WHEN", "WHAT", "REQUEST", "ZT", "PLAIN SPRING", "WHY");

	/**
	 * Return the columns.
	 * @return the cells
	 */
	public List<String> cells() {
		return List.of(this.when, this.what, this.request, this.zt, this.plain, this.why);
	}

}
