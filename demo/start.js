/* Every room is known: open the one the address names. */
window.demo.startRooms();
