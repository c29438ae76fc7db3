<%@ Page Language="C#" MasterPageFile="~/Site.Master" Title="Mẫu 2B" %>
<asp:Content ContentPlaceHolderID="Main" runat="server">
  <asp:ScriptManager ID="Scripts" runat="server" />
  <h1>Mẫu 2B</h1>
  <%-- Where watchForm looks. An UpdatePanel replaces what is inside itself, so this stands around it. --%>
  <div id="review">
    <asp:UpdatePanel ID="Scores" runat="server">
      <ContentTemplate>
        <p>
          <asp:Label runat="server" AssociatedControlID="txtGeneral" Text="Tiêu chí chung" />
          <asp:TextBox ID="txtGeneral" runat="server" />
          <span data-xeploai-message="general"></span>
        </p>
        <p>
          <asp:Label runat="server" AssociatedControlID="txtResults" Text="Kết quả nhiệm vụ" />
          <asp:TextBox ID="txtResults" runat="server" />
          <span data-xeploai-message="results"></span>
        </p>
        <p>
          <asp:Label runat="server" AssociatedControlID="txtTotal" Text="Tổng điểm" />
          <asp:TextBox ID="txtTotal" runat="server" />
          <span data-xeploai-message="total"></span>
        </p>
        <asp:Button ID="btnSave" runat="server" Text="Lưu tạm" />
      </ContentTemplate>
    </asp:UpdatePanel>
  </div>
  <p id="points"></p>
  <p id="quota"></p>
  <asp:LinkButton ID="lnkSend" runat="server" Text="Gửi" OnClientClick="reviewSummary();" />
  <%-- From the package's folder dist, together with xeploai.nowasm.global.js. --%>
  <script src="xeploai.global.js"></script>
  <script src="review.js"></script>
</asp:Content>
